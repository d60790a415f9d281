CREATE TABLE probe_scores (
  experiment_id STRING NOT NULL COMMENT 'The experiment: sha256, hexadecimal, of its name and its probes',
  experiment STRING NOT NULL COMMENT 'Its name',
  probe STRING NOT NULL COMMENT 'The probe, by its name in the configuration',
  dataset STRING NOT NULL COMMENT 'The table of the training embeddings, such as simulations.gray_scott',
  quantity STRING NOT NULL COMMENT 'What is predicted: a column of the table, or its logarithm, log(COLUMN); next-frame: the frames that follow a window',
  encoder_id STRING NOT NULL COMMENT 'The encoder of the embeddings; for concatenated embeddings the ids of all, joined by +',
  encoder STRING NOT NULL COMMENT 'Its name, or the names of all, joined by +',
  setting STRING NOT NULL COMMENT 'Its setting, as in embeddings',
  frames INT NOT NULL COMMENT 'Frames of a sample (1)',
  stride INT NOT NULL COMMENT 'Frames from the start of a sample to that of the next (1)',
  head STRING NOT NULL COMMENT 'The head: ridge, knn (nearest neighbours weighted by the inverse of their distance) or logistic, each on features standardised by training rows (ridge of classes: least squares of 0 or 1 for each, the greatest counts); retrieval: scored embeddings are queries for the training embeddings, by the cosine; mlp: a perceptron with a hidden layer of 256 on standardised features; attentive: a learned query that attends to the positions of the encoder, and a linear layer; finetune: the encoder itself, with a linear layer on its embeddings, trained end to end from its weights, or for next-frame with a linear decoder of the change of the last frame in each patch of the grid; persistence: the last frame; mean: the mean of each channel over the window',
  size INT NOT NULL COMMENT 'Labelled training groups: files or trajectories of simulations, objects of a survey (1)',
  seed BIGINT NOT NULL COMMENT 'Seed of their choice; for one seed, smaller sets are parts of larger ones',
  split STRING NOT NULL COMMENT 'test: a fifth of the groups, the same for all encoders, sizes and seeds; shifted: the held-out range of a column, or the held-out table',
  test_dataset STRING NOT NULL COMMENT 'The table of the scored embeddings',
  metric STRING NOT NULL COMMENT 'r2: explained share of the variance, for arrays of the variance of all their values, each about the mean of its position; nrmse: root mean square of the error over that of the target, for arrays over all their values; values that are masked or not finite count in neither; accuracy: share of right classes; iou_CLASS: for arrays of classes, positions that have the class in target and prediction over those that have it in either, all positions of all rows together; iou: the mean over classes; ndcg: normalised discounted cumulative gain of the first 10 answers, mean over queries, where the relevance of an answer is 1 - distance/deviation of the targets, at least 0, and for classes 1 or 0; vrmse_1, vrmse_6_12, vrmse_13_30: root mean square of the error of a frame over the standard deviation of its field (sqrt(MSE/(variance + 1e-7)), The Well), mean over trajectories, channels and those steps of a rollout that begins with the first window of a trajectory',
  value DOUBLE COMMENT 'The score (1); NULL with a reason',
  rows INT NOT NULL COMMENT 'Scored embeddings (1); for next-frame, frames',
  train_rows INT NOT NULL COMMENT 'Training embeddings (1); for next-frame, frames',
  penalty DOUBLE COMMENT 'Penalty on squared weights for each row (1), selected by leaving out fifths of the training groups; NULL for heads other than ridge and logistic, and if nothing was trained',
  neighbours INT COMMENT 'Neighbours (1), selected likewise; NULL for heads other than knn, and if nothing was trained',
  learning_rate DOUBLE COMMENT 'Learning rate of Adam (1), selected on a fifth of the training groups; NULL for heads other than finetune, mlp and attentive, and if nothing was trained',
  steps INT COMMENT 'Steps of Adam (1), selected likewise; NULL likewise',
  reason STRING COMMENT 'Why value is NULL; NULL if it is not'
)
USING delta
COMMENT 'Scores of heads that predict a target from frozen embeddings, and of encoders trained end to end, by the number of training groups'
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
