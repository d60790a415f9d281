-- The difficulty of each data set: the scores of simple models, and how often searches recover the law. The best law is
-- the maximum over all trials of the score that it shows.
CREATE VIEW dataset_difficulty AS
SELECT
  field,
  problem,
  noise,
  data_seed,
  shortcut,
  sum(CASE WHEN model = 'law' THEN 1 ELSE 0 END) AS trials,
  avg(CASE WHEN model = 'law' THEN CASE WHEN recovered AND noise = 0 THEN 1.0 ELSE 0.0 END END) AS share_recovered,
  max(CASE WHEN model = 'law' THEN g_test END) AS g_test_best_law,
  max(CASE WHEN model = 'law' THEN g_ood END) AS g_ood_best_law,
  max(CASE WHEN model = 'linear' THEN g_test END) AS g_test_linear,
  max(CASE WHEN model = 'linear' THEN g_ood END) AS g_ood_linear,
  max(CASE WHEN model = 'cubic-ridge' THEN g_test END) AS g_test_cubic_ridge,
  max(CASE WHEN model = 'cubic-ridge' THEN g_ood END) AS g_ood_cubic_ridge,
  max(CASE WHEN model = 'nearest-neighbours' THEN g_test END) AS g_test_nearest_neighbours,
  max(CASE WHEN model = 'nearest-neighbours' THEN g_ood END) AS g_ood_nearest_neighbours,
  max(CASE WHEN model = 'boosted-trees' THEN g_test END) AS g_test_boosted_trees,
  max(CASE WHEN model = 'boosted-trees' THEN g_ood END) AS g_ood_boosted_trees,
  dataset_id
FROM model_scores
GROUP BY field, problem, noise, data_seed, shortcut, dataset_id
