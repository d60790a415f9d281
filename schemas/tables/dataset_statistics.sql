CREATE TABLE dataset_statistics (
  dataset STRING NOT NULL COMMENT 'The data set, which is the name of its table in simulations',
  split STRING COMMENT 'train, valid or test; NULL for files in none of these folders',
  field STRING NOT NULL COMMENT 'The field',
  component STRING NOT NULL COMMENT 'Its component, which is the column of the table; the field itself if it has only one',
  statistic STRING NOT NULL COMMENT 'mean, std (of a population) or rms (root mean square) of the values, and mean_delta, std_delta and rms_delta of the differences of each step from the one before it, as in the stats.yaml of The Well',
  value DOUBLE COMMENT 'The number, in the unit of the field; NULL with a reason if a value of the field is not finite',
  reason STRING COMMENT 'Why there is no number; NULL if there is'
)
USING delta
COMMENT 'The statistics of each field over all files of a split, in double precision'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'dataset,split,component,statistic',
  'delta.minReaderVersion' = '1',
  'delta.dataSkippingStatsColumns' = 'dataset,split,field,component,statistic',
  'delta.constraints.known_statistic' = 'statistic IN (''mean'', ''std'', ''rms'', ''mean_delta'', ''std_delta'', ''rms_delta'')',
  'delta.constraints.finite_value' = 'value IS NULL OR abs(value) <= 1.7976931348623157E308D',
  'delta.constraints.reason_for_null' = 'value IS NOT NULL OR reason IS NOT NULL'
)
