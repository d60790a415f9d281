CREATE TABLE pretrainings (
  pretraining_id STRING NOT NULL COMMENT 'sha256, hexadecimal, of the entry of a configuration and the seed: everything that determines the encoder except the data',
  name STRING NOT NULL COMMENT 'Name of the entry, and of the encoder',
  seed BIGINT NOT NULL COMMENT 'Seed of the initial weights, which are those of the random encoder of this seed and architecture, of the samples of each step and of their hidden parts',
  encoder_id STRING NOT NULL COMMENT 'The resulting encoder, as in encoders; its bundle is the folder pretrained/ENCODER_ID of the warehouse',
  architecture STRING NOT NULL COMMENT 'Kind of network: convolutional, axial-attention or tokens',
  objective STRING NOT NULL COMMENT 'What was predicted: forecast (the last frames), masked (blocks of 4 points on each axis) or cross-modal (tokens of objects, including whole modalities)',
  hidden DOUBLE NOT NULL COMMENT 'Share of the frames, blocks or modalities of a sample that was hidden (1)',
  steps INT NOT NULL COMMENT 'Steps of the optimiser, Adam (1)',
  batch_size INT NOT NULL COMMENT 'Samples in a step (1)',
  learning_rate DOUBLE NOT NULL COMMENT 'Learning rate (1)',
  setting STRING NOT NULL COMMENT 'The samples: channels, window and stride (frames), grid',
  datasets ARRAY<STRING> NOT NULL COMMENT 'The training tables, such as simulations.advection or surveys.galaxies',
  versions ARRAY<BIGINT> NOT NULL COMMENT 'Their versions, in the same order',
  splits ARRAY<STRING> NOT NULL COMMENT 'Training splits of simulations: train, valid or test, by the folders of the files',
  condition STRING NOT NULL COMMENT 'Condition of Spark SQL on the training rows; empty if there was none',
  samples INT NOT NULL COMMENT 'Training samples (1)',
  samples_found BIGINT NOT NULL COMMENT 'Available samples (1); those whose keys have the least hashes are used',
  samples_unusable BIGINT NOT NULL COMMENT 'Further samples with a value that is not finite, or frames that do not fit together (1)',
  losses ARRAY<FLOAT> NOT NULL COMMENT 'By step, the mean square of the error on the hidden parts of its samples, each channel of a sample having variance 1 (1); for tokens the mean cross-entropy (nats)'
)
USING delta
COMMENT 'Encoders that were pretrained on frames or objects without labels'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'pretraining_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_objective' = 'objective IN (''forecast'', ''masked'', ''cross-modal'')',
  'delta.constraints.possible_share' = 'hidden > 0 AND hidden < 1 AND learning_rate > 0 AND learning_rate <= 1',
  'delta.constraints.loss_of_each_step' = 'size(losses) = steps AND forall(losses, loss -> loss >= 0 AND loss <= 3.4028235E38D)'
)
