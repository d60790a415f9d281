"""Operon's evaluator, controlled through a pipe.

FOLDER contains expressions.txt (postfix, one per line) and columns.f32 (column after column, little endian).

Each command on standard input is answered with one line: `rows N` selects the first N rows; `time I COUNT` evaluates
expression I COUNT times and answers the seconds; `predict FILE` writes the values of every expression at these rows as
32-bit floats.
"""

import sys
import time
from pathlib import Path

import numpy as np
import pyoperon as operon

NODES = {
    "+": operon.NodeType.Add,
    "-": operon.NodeType.Sub,
    "*": operon.NodeType.Mul,
    "/": operon.NodeType.Div,
    "pow": operon.NodeType.Pow,
    "sqrt": operon.NodeType.Sqrt,
    "exp": operon.NodeType.Exp,
    "log": operon.NodeType.Log,
    "sin": operon.NodeType.Sin,
    "cos": operon.NodeType.Cos,
    "tanh": operon.NodeType.Tanh,
    "asin": operon.NodeType.Asin,
}
BINARY = {"+", "-", "*", "/", "pow"}


def leaf(token, hashes):
    if token.startswith("x"):
        node = operon.Node(operon.NodeType.Variable, hashes[int(token[1:])])
        node.Value = 1.0
        return node
    return operon.Node.Constant(float(token))


def tree(tokens, hashes):
    """Convert to Operon's postfix, in which the first operand is last, by exchanging the operands of each operator."""
    stack = []
    for token in tokens:
        if token in BINARY:
            right, left = stack.pop(), stack.pop()
            stack.append(right + left + [operon.Node(NODES[token])])
        elif token in NODES:
            stack.append(stack.pop() + [operon.Node(NODES[token])])
        else:
            stack.append([leaf(token, hashes)])
    return operon.Tree(stack.pop()).UpdateNodes()


def main():
    folder = Path(sys.argv[1])
    columns = np.fromfile(folder / "columns.f32", dtype="<f4").reshape(int(sys.argv[2]), -1).T
    lines = (folder / "expressions.txt").read_text().splitlines()
    table = operon.DispatchTable()
    frame = dataset = rows = trees = None
    for line in sys.stdin:
        command, *arguments = line.split()
        if command == "rows":
            # The data set is a view of this array and does not keep a reference to it.
            frame = np.asfortranarray(columns[: int(arguments[0])])
            dataset = operon.Dataset(frame)
            rows = operon.Range(0, int(arguments[0]))
            if trees is None:
                # The hash of a variable is that of its name, so trees stay valid for another data set.
                hashes = [variable.Hash for variable in sorted(dataset.Variables, key=lambda v: v.Index)]
                trees = [tree(text.split(), hashes) for text in lines]
            print("ok", flush=True)
        elif command == "time":
            chosen, count = trees[int(arguments[0])], int(arguments[1])
            operon.Evaluate(table, chosen, dataset, rows)
            start = time.perf_counter()
            for _ in range(count):
                operon.Evaluate(table, chosen, dataset, rows)
            print(time.perf_counter() - start, flush=True)
        elif command == "predict":
            with open(arguments[0], "wb") as file:
                for chosen in trees:
                    file.write(np.asarray(operon.Evaluate(table, chosen, dataset, rows), dtype="<f4").tobytes())
            print("ok", flush=True)


if __name__ == "__main__":
    main()
