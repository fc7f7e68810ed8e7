//! What stands between an answer and its verdict. Every report names the layers that were active.

use serde::Serialize;

use super::strays;

/// Something that keeps code under test from making its own verdict, or from going on after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Tests and manifests come from the checker; of the learner's files only the answer is taken.
    PristineTests,
    /// The kit and the libraries that both stand on are those of the course.
    GivenFoundation,
    /// The answer is compiled without `unsafe`, build scripts, and packages of its own.
    SafeCode,
    /// A step has passed only if it sends back a number that was made for this run.
    Receipt,
    /// A step sees a handful of the environment's variables.
    BareEnvironment,
    /// Time and output have an end, everywhere.
    TimeAndOutput,
    /// Processor, memory, size and number of files have an end: Linux.
    SystemLimits,
    /// What a step starts ends with it.
    Group,
    /// What has left a step's group is ended too: Linux.
    Strays,
}

/// The layers that are active on this system.
pub fn layers() -> Vec<Layer> {
    let mut layers = vec![
        Layer::PristineTests,
        Layer::GivenFoundation,
        Layer::SafeCode,
        Layer::Receipt,
        Layer::BareEnvironment,
        Layer::TimeAndOutput,
    ];
    if cfg!(target_os = "linux") {
        layers.push(Layer::SystemLimits);
    }
    layers.push(Layer::Group);
    if strays::adopt_orphans() {
        layers.push(Layer::Strays);
    }
    layers
}
