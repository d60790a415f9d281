-- Every frame of every table of simulations, for any division into tiles.
CREATE VIEW simulation_frames AS
SELECT
  CAST(NULL AS STRING) AS dataset,
  CAST(NULL AS STRING) AS file,
  CAST(NULL AS STRING) AS split,
  CAST(NULL AS INT) AS trajectory,
  CAST(NULL AS INT) AS step,
  CAST(NULL AS DOUBLE) AS time
WHERE false
UNION ALL SELECT '{simulations}', file, split, trajectory, step, time FROM simulations.{simulations} WHERE tile = 0
