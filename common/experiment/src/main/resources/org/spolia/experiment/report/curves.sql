SELECT
  s.probe,
  s.quantity,
  s.dataset,
  s.split,
  s.test_dataset,
  s.head,
  s.metric,
  e.name AS encoder,
  s.setting,
  s.size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.value) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.value) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.value) AS upper
FROM probe_scores s
JOIN encoders e ON e.encoder_id = s.encoder_id
WHERE s.experiment_id = :experiment
  AND s.metric IN ('r2', 'accuracy')
  AND s.value IS NOT NULL
GROUP BY
  s.probe,
  s.quantity,
  s.dataset,
  s.split,
  s.test_dataset,
  s.head,
  s.metric,
  e.name,
  s.setting,
  s.size
ORDER BY
  s.probe,
  s.dataset,
  s.split DESC,
  s.test_dataset,
  s.head,
  e.name,
  s.setting,
  s.size
