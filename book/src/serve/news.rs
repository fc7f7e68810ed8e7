//! What open pages are told.

use std::sync::Arc;

use super::live::Live;

/// What is new since a page was loaded.
#[derive(Debug, Clone, Default)]
pub struct News {
    /// How often the book was built since the server began.
    pub builds: u64,
    /// What kept the last change from being built, a line each.
    pub problems: Arc<Vec<String>>,
    /// What the learner has reached.
    pub status: Arc<Live>,
}

impl News {
    /// The events that tell a page of what has changed since it heard of `before`.
    pub fn since(&self, before: &News) -> String {
        let mut events = String::new();
        if self.builds != before.builds {
            events.push_str("event: reload\ndata: {}\n\n");
        }
        if self.problems != before.problems {
            let problems = serde_json::json!({ "problems": &*self.problems });
            events.push_str(&format!("event: problems\ndata: {problems}\n\n"));
        }
        if self.status != before.status {
            events.push_str(&format!("event: status\ndata: {}\n\n", self.status.json));
        }
        events
    }

    /// What a page has heard that has heard nothing yet of this state: it was loaded in it.
    pub fn of_a_new_page(&self) -> News {
        News { builds: self.builds, ..News::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_page_hears_of_the_status_and_not_of_old_builds() {
        let status = Live { json: "{\"exercises\":{}}".to_owned(), last: None };
        let news = News { builds: 3, status: Arc::new(status), ..News::default() };

        let first = news.since(&news.of_a_new_page());
        let rebuilt = News { builds: 4, ..news.clone() };

        assert_eq!(first, "event: status\ndata: {\"exercises\":{}}\n\n");
        assert_eq!(rebuilt.since(&news), "event: reload\ndata: {}\n\n");
        assert_eq!(news.since(&news.clone()), "");
    }

    #[test]
    fn a_change_that_cannot_be_built_is_told() {
        let news = News { problems: Arc::new(vec!["a.md:1: wrong".to_owned()]), ..News::default() };

        assert_eq!(
            news.since(&News::default()),
            "event: problems\ndata: {\"problems\":[\"a.md:1: wrong\"]}\n\n"
        );
    }
}
