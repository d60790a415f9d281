-- Every object of every survey: its id there, its position on the sky, and the row of its table with its other columns.
CREATE VIEW survey_objects AS
SELECT
  CAST(NULL AS STRING) AS dataset,
  CAST(NULL AS STRING) AS object_id,
  CAST(NULL AS DOUBLE) AS ra,
  CAST(NULL AS DOUBLE) AS dec,
  CAST(NULL AS BIGINT) AS healpix29,
  CAST(NULL AS STRING) AS file,
  CAST(NULL AS BIGINT) AS row
WHERE false
UNION ALL SELECT '{surveys}', object_id, ra, dec, healpix29, file, row FROM surveys.{surveys}
