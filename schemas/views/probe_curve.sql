-- Scores of predictions from frozen embeddings by the number of labelled groups: mean, standard deviation, median and
-- number of scores, pooled over the seeds of subsets and of encoders with the same name. The scored groups are the same
-- for all.
CREATE VIEW probe_curve AS
SELECT
  s.experiment,
  s.probe,
  s.dataset,
  s.quantity,
  s.split,
  s.test_dataset,
  s.metric,
  s.head,
  s.encoder,
  e.architecture,
  s.setting,
  s.frames,
  s.stride,
  s.size,
  count(*) AS scores,
  avg(s.value) AS mean,
  stddev_samp(s.value) AS sd,
  median(s.value) AS median,
  min(s.rows) AS rows,
  s.experiment_id
FROM latest_probe_scores s
LEFT JOIN encoders e ON e.encoder_id = s.encoder_id
WHERE s.value IS NOT NULL
GROUP BY
  s.experiment,
  s.probe,
  s.dataset,
  s.quantity,
  s.split,
  s.test_dataset,
  s.metric,
  s.head,
  s.encoder,
  e.architecture,
  s.setting,
  s.frames,
  s.stride,
  s.size,
  s.experiment_id
