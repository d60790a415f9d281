//! The evaluator of the Rust port of SymbolicRegression.jl, controlled through a pipe. `operon_evaluate.py` documents
//! the protocol.

use std::fs;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use dynamic_expressions::expression::PostfixExpr;
use dynamic_expressions::node::PNode;
use dynamic_expressions::operator_enum::builtin::*;
use dynamic_expressions::{eval_tree_array_into, opset, EvalContext, EvalOptions, OperatorSet};
use ndarray::{s, Array2};

opset! {
    pub Operators for f32 { Add, Sub, Mul, Div, Pow, Sqrt, Exp, Log, Sin, Cos, Tanh, Asin }
}

type Expression = PostfixExpr<f32, Operators, 2>;

/// As in its own benchmark and in ours, each row is read once.
const OPTIONS: EvalOptions = EvalOptions { check_finite: false, early_exit: false };

fn parse(line: &str) -> Expression {
    let mut constants = Vec::new();
    let nodes = line
        .split_whitespace()
        .map(|token| {
            if let Some(feature) = token.strip_prefix('x').and_then(|text| text.parse().ok()) {
                return PNode::Var { feature };
            }
            if let Ok(value) = token.parse() {
                constants.push(value);
                return PNode::Const { idx: constants.len() as u16 - 1 };
            }
            let arity = if ["+", "-", "*", "/", "pow"].contains(&token) { 2 } else { 1 };
            let operator = Operators::lookup_with_arity(token, arity).expect(token);
            PNode::Op { arity, op: operator.id }
        })
        .collect();
    PostfixExpr::new(nodes, constants, Default::default())
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (folder, features): (&str, usize) = (&arguments[1], arguments[2].parse().expect("number of columns"));
    let bytes = fs::read(format!("{folder}/columns.f32")).expect("columns.f32");
    let values = bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect::<Vec<_>>();
    let all = Array2::from_shape_vec((features, values.len() / features), values).expect("whole columns");
    let text = fs::read_to_string(format!("{folder}/expressions.txt")).expect("expressions.txt");
    let expressions: Vec<Expression> = text.lines().map(parse).collect();

    let mut columns = all.clone();
    let mut context = EvalContext::<f32, 2>::new(0);
    let mut out = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line.expect("a command");
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| words[at].parse::<usize>().expect("a number");
        match words[0] {
            "rows" => {
                columns = all.slice(s![.., ..number(1)]).as_standard_layout().to_owned();
                context = EvalContext::new(number(1));
                out = vec![0.0; number(1)];
                println!("ok");
            }
            "time" => {
                let expression = &expressions[number(1)];
                eval_tree_array_into(&mut out, expression, columns.view(), &mut context, &OPTIONS);
                let start = Instant::now();
                for _ in 0..number(2) {
                    eval_tree_array_into(&mut out, expression, columns.view(), &mut context, &OPTIONS);
                    std::hint::black_box(&mut out);
                }
                println!("{}", start.elapsed().as_secs_f64());
            }
            "predict" => {
                let mut file = io::BufWriter::new(fs::File::create(words[1]).expect("a file to write"));
                for expression in &expressions {
                    eval_tree_array_into(&mut out, expression, columns.view(), &mut context, &OPTIONS);
                    for value in &out {
                        file.write_all(&value.to_le_bytes()).expect("room to write");
                    }
                }
                file.flush().expect("room to write");
                println!("ok");
            }
            _ => panic!("unknown command {line}"),
        }
        io::stdout().flush().expect("a reader");
    }
}
