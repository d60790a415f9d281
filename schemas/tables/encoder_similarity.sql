CREATE TABLE encoder_similarity (
  experiment_id STRING NOT NULL COMMENT 'The experiment, as in probe_scores',
  dataset STRING NOT NULL COMMENT 'The table of the compared embeddings',
  encoder_id STRING NOT NULL COMMENT 'An encoder',
  setting STRING NOT NULL COMMENT 'Its setting, as in embeddings',
  other_encoder_id STRING COMMENT 'The encoder that it is compared with, on the same samples; NULL for a measure of one encoder',
  other_setting STRING COMMENT 'The setting of that one; NULL like other_encoder_id',
  metric STRING NOT NULL COMMENT 'intrinsic_dimension (TwoNN) or participation_ratio (of the eigenvalues of the covariance) of one encoder; cka (linear centred kernel alignment) or mutual_neighbours (share of the 10 nearest samples that both have) of two',
  value DOUBLE COMMENT 'The measure (1); NULL with a reason',
  samples INT NOT NULL COMMENT 'Samples that are compared, at most 1000, those whose keys have the least hashes (1)',
  reason STRING COMMENT 'Why value is NULL; NULL if it is not'
)
USING delta
COMMENT 'The dimension of the embeddings of encoders, and the similarity of those of two encoders'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,dataset,encoder_id,setting,other_encoder_id,other_setting,metric',
  'delta.minReaderVersion' = '1',
  'delta.constraints.measure_of_one_or_two' = '(metric IN (''cka'', ''mutual_neighbours'')) = (other_encoder_id IS NOT NULL) AND (metric IN (''intrinsic_dimension'', ''participation_ratio'')) = (other_encoder_id IS NULL) AND (other_encoder_id IS NULL) = (other_setting IS NULL)',
  'delta.constraints.possible_value' = 'value IS NULL OR (value >= 0 AND value <= 1.7976931348623157E308D AND (metric <> ''mutual_neighbours'' OR value <= 1))',
  'delta.constraints.reason_for_null' = '(value IS NULL) = (reason IS NOT NULL)'
)
