//! A destructor that waits.

struct Connection;

impl Connection {
    async fn close(&self) {
        println!("bye");
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.close().await;
    }
}

fn main() {
    drop(Connection);
}
