//! Makes workbooks of invented customers, the sample and the demo's store.
//!
//! ```text
//! cargo run --release --example generate -- --rows 100000 --seed 7 --faulty 2% -o customers.xlsx
//! cargo run --release --example generate -- --rows 100000 --texts shared -o as-excel-writes.xlsx
//! cargo run --example generate -- --sample --demo-store
//! cargo run --example generate -- --form pit-2026 --language fr -o form.xlsx
//! ```

#[path = "mod.rs"]
mod generate;

use std::path::{Path, PathBuf};

use clap::Parser;
use color_eyre::eyre::{Context as _, bail, eyre};
use generate::rows::Format;
use generate::workbook::Texts;
use generate::{demo_store, forms, sample, workbook};
use instroom::domain::language::Language;
use instroom::domain::questionnaire::{Questionnaire, QuestionnaireId, built_in};

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
    /// Where the texts of cells stand: own, in each cell, or shared, in one table as Excel writes
    #[arg(long, value_enum, default_value_t = Standing::Own)]
    texts: Standing,
    /// The workbook to write
    #[arg(short, long, required_unless_present_any = ["sample", "demo_store"])]
    output: Option<PathBuf>,
    /// Make the sample, assets/sample/customers.xlsx
    #[arg(long, conflicts_with = "output")]
    sample: bool,
    /// Make what the demo's store knows, assets/sample/stored.json
    #[arg(long, conflicts_with = "output")]
    demo_store: bool,
    /// Write this list of questions as the mail encloses it, instead of customers
    #[arg(long, requires = "output")]
    form: Option<String>,
    /// In which language
    #[arg(long, default_value = "nl", requires = "form")]
    language: String,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Template {
    /// The first generation, 14 columns
    Gen1,
    /// The current generation, 21 columns
    Gen2,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Standing {
    /// In each cell
    Own,
    /// In one table
    Shared,
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
    if let (Some(id), Some(output)) = (&arguments.form, &arguments.output) {
        let language = Language::ALL.into_iter().find(|language| language.code() == arguments.language);
        let Some(language) = language else { bail!("--language takes nl, fr, en or de") };
        let form = forms::form(&questionnaire(id)?, language)?;
        return std::fs::write(output, form).wrap_err_with(|| format!("{} cannot be written", output.display()));
    }
    if let Some(output) = &arguments.output {
        let format = match arguments.format {
            Template::Gen1 => Format::First,
            Template::Gen2 => Format::Second,
        };
        let faulty = number_or_share(&arguments.faulty, arguments.rows)?;
        let texts = match arguments.texts {
            Standing::Own => Texts::Own,
            Standing::Shared => Texts::Shared,
        };
        workbook::write_with(texts, output, arguments.rows, faulty, arguments.seed, format)
            .wrap_err_with(|| format!("{} cannot be written", output.display()))?;
    }
    Ok(())
}

/// A list of questions by its id: a built-in one, or the short one of the tests.
fn questionnaire(id: &str) -> color_eyre::Result<Questionnaire> {
    let short = forms::short()?;
    if short.id.0 == id {
        return Ok(short);
    }
    let catalogue = built_in();
    catalogue.get(&QuestionnaireId(id.to_owned())).cloned().ok_or_else(|| eyre!("there is no list of questions {id}"))
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
