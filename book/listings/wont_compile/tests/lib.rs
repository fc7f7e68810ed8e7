//! Nothing: this package is its cases, which do not compile, and the test that says so.
