//! A weather balloon that reports its place: a report takes a while, and some take longer.

use std::convert::Infallible;

use kit::{Service, ms};

/// A scripted balloon. Clones are the same balloon.
#[derive(Debug, Clone)]
pub struct Balloon {
    service: Service,
    latency: u64,
    longer: Vec<(usize, u64)>,
}

impl Balloon {
    /// A balloon whose reports take `millis` milliseconds each.
    pub fn new(millis: u64) -> Balloon {
        Balloon { service: Service::new(), latency: millis, longer: Vec::new() }
    }

    /// Lets its `number`-th report, from 1 on, take `millis` milliseconds instead.
    pub fn takes(mut self, number: usize, millis: u64) -> Balloon {
        self.longer.push((number, millis));
        self
    }

    /// Reports where it is.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it ends, half of the report is on the air.
    pub async fn report(&self) {
        let number = self.begun() + 1;
        let script = self.longer.iter().find(|(scripted, _)| *scripted == number);
        let latency = script.map_or(self.latency, |(_, millis)| *millis);
        let name = format!("report {number}");
        let Ok(()) = self.service.call(&name, ms(latency), Ok::<_, Infallible>(())).await;
    }

    /// The milliseconds in which the reports began, one after the other.
    pub fn reports(&self) -> Vec<u64> {
        self.service.journal().trace().calls.iter().map(|call| call.from).collect()
    }

    /// How many reports began.
    pub fn begun(&self) -> usize {
        self.service.gauge().started()
    }

    /// How many reports were dropped before they came to their end.
    pub fn canceled(&self) -> usize {
        self.service.gauge().canceled()
    }

    /// How many reports are under way.
    pub fn under_way(&self) -> usize {
        self.service.gauge().now()
    }
}
