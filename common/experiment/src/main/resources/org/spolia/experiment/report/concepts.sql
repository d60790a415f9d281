-- What the laws of the experiment have in common, and what concepts of earlier laws did for its searches.
SELECT
  'concept' AS part,
  place,
  definition AS label,
  nodes,
  saved,
  problems,
  CAST(found_in AS STRING) AS found_in,
  CAST(NULL AS DOUBLE) AS g_ood,
  CAST(NULL AS DOUBLE) AS gain,
  CAST(NULL AS DOUBLE) AS nmse_ood,
  CAST(NULL AS DOUBLE) AS share_recovered
FROM concepts
WHERE experiment_id = :experiment AND left_out = 'nothing' AND draw = 0 AND place > 0
UNION ALL
SELECT
  'arm' AS part,
  CAST(NULL AS INT) AS place,
  concepts AS label,
  CAST(NULL AS INT) AS nodes,
  CAST(NULL AS DOUBLE) AS saved,
  CAST(problems AS INT) AS problems,
  base_id AS found_in,
  g_ood,
  gain,
  nmse_ood,
  share_recovered
FROM concept_effect_all
WHERE experiment_id = :experiment
ORDER BY part, place, found_in, label
