//! `cargo xtask app | test | bench | types | screens`: what is done to the whole workspace, one file a task.
//!
//! Knows cargo and nothing of the product. Every task prints what it runs, so that it can be run by hand.

mod app;
mod bench;
mod needs;
mod screens;
mod steps;
mod test;
mod types;
mod ui;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = args.split_first().map_or(("help", &args[..0]), |(task, rest)| (task.as_str(), rest));
    match task {
        "app" => app::run(rest),
        "test" => test::run(),
        "bench" => bench::run(rest),
        "types" => types::run(),
        "screens" => screens::run(),
        other => {
            eprintln!("usage: cargo xtask app | test | bench [--cases 10000,100000] [--yes] | types | screens");
            anyhow::ensure!(other == "help", "no task `{other}`");
            Ok(())
        }
    }
}
