CREATE TABLE scores (
  dataset_id STRING NOT NULL COMMENT 'The observations that the model was fitted to and is scored on',
  trial_id STRING COMMENT 'The trial that found the law; NULL for a baseline, which is fitted once for all trials of the data set',
  model STRING NOT NULL COMMENT 'law: a candidate of the trial; otherwise a baseline: mean, linear, cubic-ridge, nearest-neighbours or boosted-trees',
  complexity INT COMMENT 'Complexity of the candidate (1); NULL for a baseline',
  rank INT COMMENT 'Rank of the candidate within its complexity (1); NULL for a baseline',
  split STRING NOT NULL COMMENT 'Rows that the model is scored on: train, test or ood',
  rows INT NOT NULL COMMENT 'Rows of the split (1)',
  valid_share DOUBLE NOT NULL COMMENT 'Share of the rows with a finite prediction (1)',
  nmse DOUBLE COMMENT 'Mean squared error over the variance of the target without noise (1); NULL with a reason if not every prediction is finite',
  r2 DOUBLE COMMENT 'Coefficient of determination, 1 - nmse (1); NULL with a reason like nmse',
  g DOUBLE NOT NULL COMMENT 'Bounded score 1/(1+sqrt(nmse)) (1); 0 below a valid share of 0.99',
  acc_01 DOUBLE NOT NULL COMMENT 'Share of the rows with a relative error below 0.1 (1)',
  gap DOUBLE COMMENT 'On ood: decades by which nmse exceeds that on test, both limited to -12 to 6 (1); NULL elsewhere, and if one of them is NULL',
  recovered BOOLEAN COMMENT 'On ood: whether nmse is below 1e-6 here and on test, a numerical test that an expression unequal to the ground truth can pass; NULL elsewhere, and without a test split',
  shortcut_use DOUBLE COMMENT 'Mean squared change of the predictions when the shortcut is set to its mean over the training rows, over the variance of the target (1); NULL if the data have no shortcut, or the number is not finite',
  reason STRING COMMENT 'Why nmse is NULL; NULL if it is not'
)
USING delta
COMMENT 'Every candidate of every trial, and every baseline of every data set, on every split'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'dataset_id,trial_id,model,complexity,rank,split',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'dataset_id,trial_id,model,split,nmse',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.law_has_complexity' = 'model <> ''law'' OR (complexity IS NOT NULL AND rank IS NOT NULL)',
  'delta.constraints.law_has_trial' = '(model = ''law'') = (trial_id IS NOT NULL)',
  'delta.constraints.finite_nmse' = 'nmse IS NULL OR abs(nmse) <= 1.7976931348623157E308D',
  'delta.constraints.finite_r2' = 'r2 IS NULL OR abs(r2) <= 1.7976931348623157E308D',
  'delta.constraints.bounded_gap' = 'gap IS NULL OR gap BETWEEN -18 AND 18',
  'delta.constraints.finite_shortcut_use' = 'shortcut_use IS NULL OR shortcut_use <= 1.7976931348623157E308D',
  'delta.constraints.bounded_shares' = 'valid_share BETWEEN 0 AND 1 AND g BETWEEN 0 AND 1 AND acc_01 BETWEEN 0 AND 1',
  'delta.constraints.reason_for_null' = 'nmse IS NOT NULL OR reason IS NOT NULL'
)
