//! Differs by: a plain function makes the future, an `async` block that it returns.

pub fn greet(ship: &str) -> impl Future<Output = String> {
    async move {
        match ship {
            "" => "Ahoy, stranger!".to_owned(),
            name => format!("Ahoy, {name}!"),
        }
    }
}
