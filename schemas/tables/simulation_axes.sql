CREATE TABLE simulation_axes (
  dataset STRING NOT NULL COMMENT 'The data set, which is the name of its table in simulations',
  file STRING NOT NULL COMMENT 'Path of the file below the folder of the data set',
  axis INT NOT NULL COMMENT 'Position of the axis in the shape of a frame, from 0 (1)',
  name STRING NOT NULL COMMENT 'Name of the axis, such as x',
  boundary STRING NOT NULL COMMENT 'periodic, wall or open: the behaviour of the fields at its ends; periodic only if the axis has no other condition, open if the file has none',
  coordinates ARRAY<DOUBLE> COMMENT 'The coordinates of the points, in the unit of the file; NULL if one of them is not finite'
)
USING delta
COMMENT 'The grid of each file of simulations, a row for each axis'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'dataset,file,axis',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'dataset,file,axis',
  'delta.constraints.known_boundary' = 'boundary IN (''periodic'', ''wall'', ''open'')',
  'delta.constraints.finite_coordinates' = 'coordinates IS NULL OR (array_max(coordinates) <= 1.7976931348623157E308D AND array_min(coordinates) >= -1.7976931348623157E308D)'
)
