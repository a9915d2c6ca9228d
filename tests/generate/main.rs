//! Makes workbooks of invented customers, the sample and the demo's store.
//!
//! ```text
//! cargo run --release --example generate -- --rows 100000 --seed 7 --faulty 2% -o customers.xlsx
//! cargo run --example generate -- --sample --demo-store
//! ```

#[path = "mod.rs"]
mod generate;

use std::path::{Path, PathBuf};

use clap::Parser;
use color_eyre::eyre::{Context as _, bail};
use generate::rows::Format;
use generate::{demo_store, sample, workbook};

/// Rows of a sheet, less the row of headings.
const MOST_ROWS: u64 = 1_048_575;

/// Makes workbooks of invented Belgian customers. The same seed gives the same customers.
#[derive(Parser)]
struct Arguments {
    /// How many customers
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=MOST_ROWS))]
    rows: u64,
    /// What everything follows from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many rows are wrong: a number, or a share such as 2%
    #[arg(long, default_value = "0")]
    faulty: String,
    /// Which template
    #[arg(long, value_enum, default_value_t = Template::Gen2)]
    format: Template,
    /// The workbook to write
    #[arg(short, long, required_unless_present_any = ["sample", "demo_store"])]
    output: Option<PathBuf>,
    /// Make the sample, assets/sample/customers.xlsx
    #[arg(long, conflicts_with = "output")]
    sample: bool,
    /// Make what the demo's store knows, assets/sample/stored.json
    #[arg(long, conflicts_with = "output")]
    demo_store: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Template {
    /// The first generation, 14 columns
    Gen1,
    /// The current generation, 21 columns
    Gen2,
}

fn main() -> color_eyre::Result<()> {
    color_eyre::install()?;
    let arguments = Arguments::parse();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    if arguments.sample || arguments.demo_store {
        std::fs::create_dir_all(&assets).wrap_err_with(|| format!("{} cannot be made", assets.display()))?;
    }
    if arguments.sample {
        sample::workbook()?.save(assets.join("customers.xlsx"))?;
    }
    if arguments.demo_store {
        let json = serde_json::to_string_pretty(&demo_store::stored())?;
        std::fs::write(assets.join("stored.json"), json + "\n")?;
    }
    if let Some(output) = &arguments.output {
        let format = match arguments.format {
            Template::Gen1 => Format::First,
            Template::Gen2 => Format::Second,
        };
        let faulty = number_or_share(&arguments.faulty, arguments.rows)?;
        workbook::write(output, arguments.rows, faulty, arguments.seed, format)
            .wrap_err_with(|| format!("{} cannot be written", output.display()))?;
    }
    Ok(())
}

/// A number of rows, or a share of them.
fn number_or_share(text: &str, rows: u64) -> color_eyre::Result<u64> {
    let number = match text.strip_suffix('%') {
        Some(percent) => rows * percent.trim().parse::<u64>().wrap_err("a share is a whole number of percent")? / 100,
        None => text.parse().wrap_err("--faulty takes a number, or a share such as 2%")?,
    };
    if number > rows {
        bail!("{number} of {rows} rows cannot be wrong");
    }
    Ok(number)
}
