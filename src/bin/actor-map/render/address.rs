//! Names of files as parts of addresses.

use std::ffi::OsStr;

/// A file's name as addresses have it: all but letters, digits and what RFC 3986 calls unreserved is percent-encoded, byte by
/// byte; so is ":", before which a browser would take the rest for a scheme. "/" stays.
pub fn encoded(name: &OsStr) -> String {
    let mut address = String::new();
    for &byte in name.as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(char::from(byte));
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}
