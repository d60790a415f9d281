CREATE TABLE sky_matches (
  match_id STRING NOT NULL COMMENT 'The match: sha256, hexadecimal, of its entry in the configuration',
  name STRING NOT NULL COMMENT 'Its name',
  left_survey STRING NOT NULL COMMENT 'The survey on the left, which is the name of its table in surveys',
  left_file STRING NOT NULL COMMENT 'With left_row, the key of the object there: path of its file below the folder of the data set',
  left_row BIGINT NOT NULL COMMENT 'Number of the object in the file (1)',
  left_object_id STRING COMMENT 'The id of the object in its survey; NULL if it has none',
  right_survey STRING NOT NULL COMMENT 'The survey on the right, likewise',
  right_file STRING NOT NULL COMMENT 'With right_row, the key of the object there',
  right_row BIGINT NOT NULL COMMENT 'Number of the object in the file (1)',
  right_object_id STRING COMMENT 'The id of the object in its survey; NULL if it has none',
  separation_arcsec DOUBLE NOT NULL COMMENT 'Angle between the two on the sky (arcsec)',
  radius_arcsec DOUBLE NOT NULL COMMENT 'The largest requested separation (arcsec)',
  pairs STRING NOT NULL COMMENT 'one-to-one: each of the two is the nearest to the other (of equally near objects, the one with the first file and row), so no object is in two pairs; all: every pair within the radius'
)
USING delta
COMMENT 'Objects of two surveys at the same position on the sky'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'match_id,left_file,left_row,right_file,right_row',
  'delta.minReaderVersion' = '1',
  'delta.dataSkippingStatsColumns' = 'match_id,name,left_file,left_row,right_file,right_row,separation_arcsec',
  'delta.constraints.possible_angles' = 'separation_arcsec >= 0 AND separation_arcsec <= 3601 AND radius_arcsec > 0 AND radius_arcsec <= 3600',
  'delta.constraints.known_pairs' = 'pairs IN (''one-to-one'', ''all'')'
)
