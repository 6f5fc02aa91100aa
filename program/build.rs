//! Says how much memory the module starts with.

fn main() {
    // A map takes some 3 MB. Having them from the start spares engines from moving the memory in mid-layout.
    println!("cargo::rustc-link-arg-cdylib=--initial-memory=4194304");
}
