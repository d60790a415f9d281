CREATE TABLE scores (
  trial_id STRING NOT NULL COMMENT 'The trial',
  model STRING NOT NULL COMMENT 'law: a candidate of the trial; otherwise the name of a baseline, such as linear',
  complexity INT COMMENT 'Complexity of the candidate (1); NULL for a baseline',
  rank INT COMMENT 'Rank of the candidate within its complexity (1); NULL for a baseline',
  split STRING NOT NULL COMMENT 'Rows that the model is scored on: train, test or ood',
  rows INT NOT NULL COMMENT 'Rows of the split (1)',
  valid_share DOUBLE NOT NULL COMMENT 'Share of the rows with a finite prediction (1)',
  nmse DOUBLE COMMENT 'Mean squared error over the variance of the target without noise (1); NULL with a reason if not every prediction is finite',
  r2 DOUBLE COMMENT 'Coefficient of determination, 1 - nmse (1); NULL with a reason as nmse',
  g DOUBLE NOT NULL COMMENT 'Bounded score 1/(1+sqrt(nmse)) (1); 0 below a valid share of 0.99',
  acc_01 DOUBLE NOT NULL COMMENT 'Share of the rows with a relative error below 0.1 (1)',
  reason STRING COMMENT 'Why a number is NULL; NULL if none is'
)
USING delta
COMMENT 'Every candidate, and every baseline, on every split'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'trial_id,model,complexity,rank,split',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'trial_id,model,split,nmse',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.law_has_complexity' = 'model <> ''law'' OR (complexity IS NOT NULL AND rank IS NOT NULL)',
  'delta.constraints.finite_nmse' = 'nmse IS NULL OR abs(nmse) <= 1.7976931348623157E308D',
  'delta.constraints.finite_r2' = 'r2 IS NULL OR abs(r2) <= 1.7976931348623157E308D',
  'delta.constraints.bounded_shares' = 'valid_share BETWEEN 0 AND 1 AND g BETWEEN 0 AND 1 AND acc_01 BETWEEN 0 AND 1',
  'delta.constraints.reason_for_null' = 'nmse IS NOT NULL OR reason IS NOT NULL'
)
