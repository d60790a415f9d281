//! Measures the evolution of the Rust port of SymbolicRegression.jl, controlled through a pipe. The argument is a list
//! of operators, separated by commas.
//!
//! The command `search SEED ITERATIONS FILE` is answered by `SECONDS<TAB>EVENTS<TAB>LOSS<TAB>NODES`: the number of
//! events of the evolution, an upper bound of the number of evaluated expressions; the smallest loss; and the mean
//! number of nodes of the evaluated expressions, from a second run that is not timed.

use std::io::{self, BufRead, Write};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

use dynamic_expressions::dispatch::{DiffKernelCtx, EvalKernelCtx, GradKernelCtx};
use dynamic_expressions::traits::{OpId, OpMeta};
use dynamic_expressions::OperatorSet;
use rust_port::{names, rows};
use symbolic_regression::prelude::*;

const ARITY: usize = 3;

/// Counts the nodes that operators add: themselves and, for each binary operator, one more leaf.
static NODES: AtomicU64 = AtomicU64::new(0);

/// The operators, with a count of evaluated nodes.
struct Counted;

impl OperatorSet for Counted {
    type T = f32;

    const MAX_ARITY: u8 = <BuiltinOpsF32 as OperatorSet>::MAX_ARITY;

    fn ops_with_arity(arity: u8) -> &'static [u16] {
        BuiltinOpsF32::ops_with_arity(arity)
    }

    fn meta(op: OpId) -> Option<&'static OpMeta> {
        BuiltinOpsF32::meta(op)
    }

    fn eval(op: OpId, context: EvalKernelCtx<'_, '_, f32>) -> bool {
        NODES.fetch_add(op.arity.into(), Relaxed);
        BuiltinOpsF32::eval(op, context)
    }

    fn diff(op: OpId, context: DiffKernelCtx<'_, '_, f32>) -> bool {
        BuiltinOpsF32::diff(op, context)
    }

    fn grad(op: OpId, context: GradKernelCtx<'_, '_, f32>) -> bool {
        BuiltinOpsF32::grad(op, context)
    }
}

/// The defaults of the port, except for the operators.
fn options(operators: Operators<ARITY>, seed: u64, iterations: usize) -> Options<f32, ARITY> {
    Options { operators, niterations: iterations, seed, progress: false, ..Default::default() }
}

fn search(seed: u64, iterations: usize, file: &str, operators: &[&str]) -> String {
    let (columns, target) = rows(file);
    let dataset = Dataset::new(columns, target);
    let set = BuiltinOpsF32::from_names(operators.iter().copied()).expect("known operators");
    let plain = options(set.clone(), seed, iterations);
    let cycles = plain.ncycles_per_iteration * plain.population_size.div_ceil(plain.tournament_selection_n);
    let events = iterations * plain.populations * cycles;
    let start = Instant::now();
    let result = equation_search::<f32, BuiltinOpsF32, ARITY>(&dataset, &plain);
    let seconds = start.elapsed().as_secs_f64();
    let counted = Options {
        // Fits of constants also evaluate, but make no candidates.
        should_optimize_constants: false,
        ..options(set, seed, iterations)
    };
    NODES.store(0, Relaxed);
    let mut engine = SearchEngine::<f32, Counted, ARITY>::new(dataset, counted);
    while engine.step(usize::MAX) > 0 {}
    let nodes = 1.0 + NODES.load(Relaxed) as f64 / engine.total_evals() as f64;
    format!("{seconds}\t{events}\t{}\t{nodes}", result.best.loss)
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let operators = names(&arguments[1]);
    for line in io::stdin().lock().lines() {
        let line = line.expect("a command");
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        let number = |at: usize| words[at].parse::<u64>().expect("a number");
        println!("{}", search(number(1), number(2) as usize, words[3], &operators));
        io::stdout().flush().expect("a reader");
    }
}
