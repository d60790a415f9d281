CREATE TABLE probe_scores (
  experiment_id STRING NOT NULL COMMENT 'The experiment: sha256, hexadecimal, of its name and its probes',
  experiment STRING NOT NULL COMMENT 'Its name',
  probe STRING NOT NULL COMMENT 'The probe, by its name in the configuration',
  dataset STRING NOT NULL COMMENT 'The table whose vectors are learned from, such as simulations.gray_scott',
  quantity STRING NOT NULL COMMENT 'What is foretold: a column of the table, or its logarithm, log(COLUMN); next-frame: the frames that follow a window',
  encoder_id STRING NOT NULL COMMENT 'The encoder that made the vectors; the ids of all with + between them where those of several are one after the other',
  encoder STRING NOT NULL COMMENT 'Its name, or the names of all with + between them',
  setting STRING NOT NULL COMMENT 'What it was given, as in embeddings',
  frames INT NOT NULL COMMENT 'Frames of a sample (1)',
  stride INT NOT NULL COMMENT 'Frames from the start of a sample to that of the next (1)',
  head STRING NOT NULL COMMENT 'What learned: ridge, knn (nearest neighbours weighted by the inverse of their distance) or logistic, each on features standardised by training rows (ridge of classes: least squares of 0 or 1 for each, of which the greatest counts); retrieval: vectors that are scored are queries for those that the others learn from, by the cosine; mlp: a perceptron with a hidden layer of 256 on standardised features; attentive: a query that learns what to take from the places of the encoder, and a linear layer; finetune: the encoder itself, with a linear layer on its vectors, end to end from the weights that it has, or for next-frame with a linear decoder of what each patch of the grid adds to the last frame; persistence: the last frame stays; mean: each channel is its mean over the window',
  size INT NOT NULL COMMENT 'Labelled groups that were learned from: files or runs of simulations, objects of a survey (1)',
  seed BIGINT NOT NULL COMMENT 'Seed of their choice; of one seed the smaller sets are parts of the larger',
  split STRING NOT NULL COMMENT 'test: a fifth of the groups, the same for all encoders, sizes and seeds; shifted: the range of a column, or the other table, that is held out',
  test_dataset STRING NOT NULL COMMENT 'The table whose vectors are scored',
  metric STRING NOT NULL COMMENT 'r2: share of the variance that is explained, of arrays of the variance of all their values, each about the mean of its place; nrmse: root mean square of the error over that of the target, of arrays over all their values; values that are masked or not finite count in neither; accuracy: share of right classes; iou_CLASS: of arrays of classes, places that have the class in target and prediction over those that have it in either, all places of all rows together; iou: the mean over classes; ndcg: normalised discounted cumulative gain of the first 10 answers, mean over queries, an answer being as relevant as its target is near (1 - distance/deviation of the targets, at least 0; for classes 1 or 0); vrmse_1, vrmse_6_12, vrmse_13_30: root mean square of the error of a frame over the deviation of its field (sqrt(MSE/(variance + 1e-7)), The Well), mean over runs, channels and those steps of a rollout that begins with the first window of a run',
  value DOUBLE COMMENT 'The score (1); NULL with a reason',
  rows INT NOT NULL COMMENT 'Vectors that are scored (1); for next-frame, frames',
  train_rows INT NOT NULL COMMENT 'Vectors that are learned from (1); for next-frame, frames',
  penalty DOUBLE COMMENT 'Penalty on squared weights for each row (1), chosen by leaving out fifths of the training groups; NULL for others than ridge and logistic, and where nothing was learned',
  neighbours INT COMMENT 'Neighbours (1), chosen likewise; NULL for others than knn, and where nothing was learned',
  learning_rate DOUBLE COMMENT 'Learning rate of Adam (1), chosen on a fifth of the training groups; NULL for others than finetune, mlp and attentive, and where nothing was learned',
  steps INT COMMENT 'Steps of Adam (1), chosen likewise; NULL likewise',
  reason STRING COMMENT 'Why value is NULL; NULL if it is not'
)
USING delta
COMMENT 'How well light heads foretell a target from frozen vectors, and encoders that learn it end to end, by how much they learn from'
TBLPROPERTIES (
  'spolia.schema.version' = '5',
  'spolia.key' = 'experiment_id,probe,dataset,encoder_id,setting,head,size,seed,split,test_dataset,metric',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_head' = 'head IN (''ridge'', ''knn'', ''logistic'', ''retrieval'', ''mlp'', ''attentive'', ''finetune'', ''persistence'', ''mean'')',
  'delta.constraints.known_split' = 'split IN (''test'', ''shifted'')',
  'delta.constraints.known_metric' = 'metric IN (''r2'', ''nrmse'', ''accuracy'', ''ndcg'', ''iou'', ''vrmse_1'', ''vrmse_6_12'', ''vrmse_13_30'') OR substr(metric, 1, 4) = ''iou_''',
  'delta.constraints.possible_value' = 'value IS NULL OR (abs(value) <= 1.7976931348623157E308D AND (metric = ''r2'' OR value >= 0) AND (metric IN (''nrmse'', ''vrmse_1'', ''vrmse_6_12'', ''vrmse_13_30'') OR value <= 1))',
  'delta.constraints.choice_of_head' = '(penalty IS NULL OR (head IN (''ridge'', ''logistic'') AND penalty > 0 AND penalty <= 1.7976931348623157E308D)) AND (neighbours IS NULL OR head = ''knn'') AND (learning_rate IS NULL OR (head IN (''finetune'', ''mlp'', ''attentive'') AND learning_rate > 0 AND learning_rate <= 1)) AND (steps IS NULL OR (head IN (''finetune'', ''mlp'', ''attentive'') AND steps > 0))',
  'delta.constraints.reason_for_null' = '(value IS NULL) = (reason IS NOT NULL)'
)
