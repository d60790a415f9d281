CREATE TABLE candidates (
  trial_id STRING NOT NULL COMMENT 'The trial that found the expression',
  complexity INT NOT NULL COMMENT 'Complexity by the definition of the trial (1)',
  rank INT NOT NULL COMMENT 'Position by loss among the expressions of this complexity, from 1 (1)',
  expression STRING NOT NULL COMMENT 'The expression in infix notation; its constants keep their bits; defined operators are replaced by their formulas',
  size INT NOT NULL COMMENT 'Nodes; a defined operator is one node (1)',
  depth INT NOT NULL COMMENT 'Longest path from the root to a leaf, in nodes (1)',
  operators MAP<STRING, INT> NOT NULL COMMENT 'Count of each operator; defined operators by their definition (1)',
  constants ARRAY<DOUBLE> NOT NULL COMMENT 'The constants without those of definitions, in postfix order',
  loss DOUBLE NOT NULL COMMENT 'Mean squared error on the training rows, in the square of the unit of the target; a share of its variance if that square overflows',
  held_out_loss DOUBLE COMMENT 'Mean squared error on rows that a refit of the constants did not see, in the square of the unit of the target; NULL unless the search selects by it, and if it is not finite',
  held_out_error DOUBLE COMMENT 'Standard error of held_out_loss over the folds, in its unit; NULL if held_out_loss is, and if it is not finite',
  pareto BOOLEAN NOT NULL COMMENT 'Whether no simpler expression of the trial has a loss as low',
  selected BOOLEAN NOT NULL COMMENT 'Whether this is the model of the trial, selected on training rows only; true once per trial'
)
USING delta
COMMENT 'The result of each search: its Pareto front and the best five expressions of each complexity'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'trial_id,complexity,rank',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'trial_id,complexity,rank,loss',
  'delta.constraints.finite_loss' = 'abs(loss) <= 1.7976931348623157E308D',
  'delta.constraints.finite_held_out' = '(held_out_loss IS NULL OR abs(held_out_loss) <= 1.7976931348623157E308D) AND (held_out_error IS NULL OR abs(held_out_error) <= 1.7976931348623157E308D)',
  'delta.constraints.finite_constants' = 'size(constants) = 0 OR (array_max(constants) <= 1.7976931348623157E308D AND array_min(constants) >= -1.7976931348623157E308D)',
  'delta.constraints.positive_rank' = 'rank >= 1'
)
