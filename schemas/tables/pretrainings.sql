CREATE TABLE pretrainings (
  pretraining_id STRING NOT NULL COMMENT 'sha256, hexadecimal, of the entry of a configuration and the seed: all that determines the encoder but for the data',
  name STRING NOT NULL COMMENT 'Name of the entry, and of the encoder',
  seed BIGINT NOT NULL COMMENT 'Seed of the first weights, which are those of the random encoder of this seed and architecture, of the samples of each step and of what is hidden of them',
  encoder_id STRING NOT NULL COMMENT 'The encoder that it became, as in encoders; its bundle is the folder pretrained/ENCODER_ID of the warehouse',
  architecture STRING NOT NULL COMMENT 'Kind of network: convolutional, axial-attention or tokens',
  objective STRING NOT NULL COMMENT 'What was foretold: forecast (the last frames), masked (blocks of 4 points on each axis) or cross-modal (tokens of objects, whole modalities among them)',
  hidden DOUBLE NOT NULL COMMENT 'Share of the frames, blocks or modalities of a sample that was hidden (1)',
  steps INT NOT NULL COMMENT 'Steps of the optimiser, Adam (1)',
  batch_size INT NOT NULL COMMENT 'Samples in a step (1)',
  learning_rate DOUBLE NOT NULL COMMENT 'Learning rate (1)',
  setting STRING NOT NULL COMMENT 'What a sample is: channels, window and stride (frames), grid',
  datasets ARRAY<STRING> NOT NULL COMMENT 'The tables that were learned from, such as simulations.advection or surveys.galaxies',
  versions ARRAY<BIGINT> NOT NULL COMMENT 'Their versions, in the same order',
  splits ARRAY<STRING> NOT NULL COMMENT 'Splits of simulations that were learned from: train, valid or test, after the folders that the files are in',
  condition STRING NOT NULL COMMENT 'Condition of Spark SQL on the rows that were learned from; empty if there was none',
  samples INT NOT NULL COMMENT 'Samples that were learned from (1)',
  samples_found BIGINT NOT NULL COMMENT 'Samples that there were (1); those whose places have the least hash are learned from',
  samples_unusable BIGINT NOT NULL COMMENT 'Samples beside them that have a value which is not finite, or frames that do not go together (1)',
  losses ARRAY<FLOAT> NOT NULL COMMENT 'By step, the mean square of the error on what was hidden of its samples, each channel of a sample having variance 1 (1); of tokens the mean cross-entropy (nats)'
)
USING delta
COMMENT 'Encoders that learned from frames or objects without labels, and how'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'pretraining_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_objective' = 'objective IN (''forecast'', ''masked'', ''cross-modal'')',
  'delta.constraints.possible_share' = 'hidden > 0 AND hidden < 1 AND learning_rate > 0 AND learning_rate <= 1',
  'delta.constraints.loss_of_each_step' = 'size(losses) = steps AND forall(losses, loss -> loss >= 0 AND loss <= 3.4028235E38D)'
)
