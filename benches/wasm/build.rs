//! Says how much memory the module starts with: as much as the widget's module does (`program/build.rs`).

fn main() {
    println!("cargo::rustc-link-arg-cdylib=--initial-memory=4194304");
}
