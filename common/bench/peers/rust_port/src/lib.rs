//! Common parts of the binaries.

use std::fs;

use ndarray::{Array1, Array2};

/// Reads a file with a line of names and the target in the last column: inputs as rows of an array, and the target.
pub fn rows(file: &str) -> (Array2<f32>, Array1<f32>) {
    let text = fs::read_to_string(file).expect(file);
    let lines: Vec<Vec<f32>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| cell.parse().expect("a number")).collect())
        .collect();
    let inputs = lines[0].len() - 1;
    let columns = Array2::from_shape_fn((inputs, lines.len()), |(input, row)| lines[row][input]);
    (columns, Array1::from_shape_fn(lines.len(), |row| lines[row][inputs]))
}

/// The operators of a list separated by commas, with the names of the port.
pub fn names(operators: &str) -> Vec<&str> {
    operators.split(',').map(|name| if name == "-" { "sub" } else { name }).collect()
}
