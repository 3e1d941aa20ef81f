//! `cargo xtask test | bench | types`: what is done to the whole workspace, one file a task.
//!
//! Knows cargo and nothing of the product. Every task prints what it runs, so that it can be run by hand.

mod bench;
mod needs;
mod steps;
mod test;
mod types;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = args.split_first().map_or(("help", &args[..0]), |(task, rest)| (task.as_str(), rest));
    match task {
        "test" => test::run(),
        "bench" => bench::run(rest),
        "types" => types::run(),
        other => {
            eprintln!("usage: cargo xtask test | bench [--cases 10000,100000] [--yes] | types");
            anyhow::ensure!(other == "help", "no task `{other}`");
            Ok(())
        }
    }
}
