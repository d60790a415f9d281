CREATE TABLE field_moments (
  dataset STRING NOT NULL COMMENT 'The data set, which is the name of its table in simulations',
  file STRING NOT NULL COMMENT 'Path of the file below the folder of the data set',
  split STRING COMMENT 'train, valid or test, by the folder of the file; NULL for a file in none of them',
  field STRING NOT NULL COMMENT 'The field',
  component STRING NOT NULL COMMENT 'Its component, which is the column of the table; the field itself if it has only one',
  points BIGINT NOT NULL COMMENT 'Values as stored in the file; values that are constant along an axis count once (1)',
  mean DOUBLE COMMENT 'Mean of the values, in the unit of the field; NULL with a reason if one is not finite',
  squares DOUBLE COMMENT 'Sum of the squared distances from the mean, in the unit of the field squared; NULL with a reason like mean',
  changes BIGINT NOT NULL COMMENT 'Differences of each step from the one before it (1)',
  change_mean DOUBLE COMMENT 'Mean of the differences, in the unit of the field; NULL if there are none, or with a reason like mean',
  change_squares DOUBLE COMMENT 'Sum of the squared distances from change_mean, in the unit of the field squared; NULL like change_mean',
  reason STRING COMMENT 'Why there are no numbers; NULL if there are'
)
USING delta
COMMENT 'The moments of each field in each file, from which those of any set of files follow'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'dataset,file,component',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'dataset,file,split,field,component',
  'delta.constraints.finite_mean' = 'mean IS NULL OR abs(mean) <= 1.7976931348623157E308D',
  'delta.constraints.finite_squares' = 'squares IS NULL OR abs(squares) <= 1.7976931348623157E308D',
  'delta.constraints.finite_change_mean' = 'change_mean IS NULL OR abs(change_mean) <= 1.7976931348623157E308D',
  'delta.constraints.finite_change_squares' = 'change_squares IS NULL OR abs(change_squares) <= 1.7976931348623157E308D',
  'delta.constraints.reason_for_null' = 'mean IS NOT NULL OR reason IS NOT NULL'
)
