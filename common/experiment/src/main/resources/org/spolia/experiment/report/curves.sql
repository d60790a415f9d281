SELECT
  s.probe,
  s.quantity,
  s.dataset,
  s.split,
  s.test_dataset,
  s.head,
  s.metric,
  s.encoder,
  s.setting,
  s.size,
  count(*) AS scores,
  percentile_cont(0.25) WITHIN GROUP (ORDER BY s.value) AS lower,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s.value) AS median,
  percentile_cont(0.75) WITHIN GROUP (ORDER BY s.value) AS upper
FROM probe_scores s
WHERE s.experiment_id = :experiment
  AND s.metric IN ('r2', 'accuracy', 'iou')
  AND s.value IS NOT NULL
GROUP BY
  s.probe,
  s.quantity,
  s.dataset,
  s.split,
  s.test_dataset,
  s.head,
  s.metric,
  s.encoder,
  s.setting,
  s.size
ORDER BY
  s.probe,
  s.dataset,
  s.head,
  s.split DESC,
  s.test_dataset,
  s.encoder,
  s.setting,
  s.size
