//! The search of the Rust port of SymbolicRegression.jl, controlled through a pipe. `operon_solve.py` documents the
//! protocol.

use std::fs;
use std::io::{self, BufRead, Write};
use std::panic;
use std::time::Instant;

use dynamic_expressions::{eval_tree_array_into, EvalContext};
use rust_port::{names, rows};
use symbolic_regression::prelude::*;

type Operators = BuiltinOpsF32;

const ARITY: usize = 3;

/// PySR's default selection: the largest decrease of the logarithm of the loss per node, among losses up to 1.5 times
/// the smallest.
fn best(front: &[(usize, f64)]) -> usize {
    let least = front.iter().map(|model| model.1).fold(f64::INFINITY, f64::min);
    let mut chosen = (f64::NEG_INFINITY, 0);
    for (at, &(size, loss)) in front.iter().enumerate() {
        let score = match at.checked_sub(1).map(|before| front[before]) {
            Some((smaller, more)) => (more / loss.max(1e-300)).ln() / (size - smaller) as f64,
            None => 0.0,
        };
        if loss <= 1.5 * least && score > chosen.0 {
            chosen = (score, at);
        }
    }
    chosen.1
}

fn solve(folder: &str, seed: u64, seconds: f64, operators: &[&str]) -> String {
    let start = Instant::now();
    let (columns, target) = rows(&format!("{folder}/train.csv"));
    let dataset = Dataset::new(columns, target);
    // The defaults of the port, except for the budget and the operators.
    let options = Options::<f32, ARITY> {
        operators: Operators::from_names(operators.iter().copied()).expect("known operators"),
        niterations: 1_000_000,
        timeout_in_seconds: seconds,
        seed,
        progress: false,
        ..Default::default()
    };
    let front = equation_search::<f32, Operators, ARITY>(&dataset, &options).hall_of_fame.pareto_front();
    let elapsed = start.elapsed().as_secs_f64();
    let losses: Vec<(usize, f64)> = front.iter().map(|member| (member.complexity, member.loss as f64)).collect();
    let chosen = &front[best(&losses)];
    for split in ["test", "ood"] {
        let (columns, target) = rows(&format!("{folder}/{split}.csv"));
        let mut values = vec![0.0; target.len()];
        let mut context = EvalContext::new(target.len());
        let options = EvalOptions { check_finite: false, early_exit: false };
        eval_tree_array_into(&mut values, &chosen.expr, columns.view(), &mut context, &options);
        let bytes: Vec<u8> = values.iter().flat_map(|&value| f64::from(value).to_le_bytes()).collect();
        fs::write(format!("{folder}/{split}.f64"), bytes).expect("room to write");
    }
    format!("{elapsed}\t{}\t{}", chosen.complexity, chosen.expr)
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let seconds: f64 = arguments[1].parse().expect("seconds");
    let operators = names(&arguments[3]);
    for line in io::stdin().lock().lines() {
        let line = line.expect("a command");
        let words: Vec<&str> = line.splitn(3, ' ').collect();
        let seed = words[1].parse().expect("a seed");
        let answer = panic::catch_unwind(|| solve(words[2], seed, seconds, &operators))
            .unwrap_or_else(|_| "failed\tpanicked".to_string());
        println!("{answer}");
        io::stdout().flush().expect("a reader");
    }
}
