SELECT
  encoder,
  head,
  split,
  count(*) AS cases,
  avg(CASE WHEN median < 0 THEN 1E0 ELSE 0E0 END) AS negative_cases,
  CAST(sum(negative) AS DOUBLE) / CAST(sum(scores) AS DOUBLE) AS negative_scores
FROM (
  SELECT
    encoder,
    head,
    split,
    count(*) AS scores,
    sum(CASE WHEN gain < 0 THEN 1 ELSE 0 END) AS negative,
    median(gain) AS median
  FROM probe_gain_all
  WHERE experiment_id = :experiment
    AND gain IS NOT NULL
  GROUP BY encoder, head, split, probe, dataset, test_dataset, setting, size
) c
GROUP BY encoder, head, split
ORDER BY split DESC, head, encoder
