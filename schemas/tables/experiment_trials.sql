CREATE TABLE experiment_trials (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  trial_id STRING NOT NULL COMMENT 'A trial of it; experiments share trials, and a shared trial runs once'
)
USING delta
COMMENT 'The trials of each experiment'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,trial_id',
  'delta.minReaderVersion' = '1'
)
