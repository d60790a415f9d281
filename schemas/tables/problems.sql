CREATE TABLE problems (
  problem_id STRING NOT NULL COMMENT 'sha256 of everything that determines the data except seeds and noise, hexadecimal',
  name STRING NOT NULL COMMENT 'Name in the catalogue, such as mechanics.rocket_equation; the same for every choice of its variables',
  field STRING NOT NULL COMMENT 'Field of science, such as mechanics',
  description STRING COMMENT 'What was measured or modelled; NULL if the catalogue has none',
  kind STRING NOT NULL COMMENT 'formula: rows are drawn from the formula; data: rows were measured, or made from simulations, surveys and embeddings, and are split',
  formula STRING COMMENT 'The law in infix notation, certified parameters inserted; NULL if no law is known',
  formula_size INT COMMENT 'Nodes of the formula (1); NULL without a formula',
  formula_operators MAP<STRING, INT> COMMENT 'Count of each operator in the formula (1); NULL without a formula',
  target STRING NOT NULL COMMENT 'Name of the target',
  target_unit STRING COMMENT 'Unit of the target in its source; NULL if the source gives none',
  variables ARRAY<STRING> NOT NULL COMMENT 'Names of the variables, in the order of the columns',
  variable_units ARRAY<STRING> NOT NULL COMMENT 'Unit of each variable; a NULL element if the source gives none',
  variable_choice STRING NOT NULL COMMENT 'all: the variables of the catalogue; learned: those of them that laws of other problems of the experiment use; random: the same number of others, drawn for each problem and seed',
  difficulty STRING COMMENT 'Difficulty in the rating of the source; NULL if it has none',
  citation STRING COMMENT 'Source of formula or data; NULL if the catalogue has none',
  probe STRING COMMENT 'The probe with the same target; NULL unless variables come from embeddings',
  encoder STRING COMMENT 'Name of the encoder of the embeddings whose components are the variables; NULL likewise'
)
USING delta
COMMENT 'One row per problem of a trial'
TBLPROPERTIES (
  'spolia.schema.version' = '3',
  'spolia.key' = 'problem_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_kind' = 'kind IN (''formula'', ''data'')',
  'delta.constraints.known_choice' = 'variable_choice IN (''all'', ''learned'', ''random'')',
  'delta.constraints.formula_present' = 'kind <> ''formula'' OR formula IS NOT NULL',
  'delta.constraints.one_unit_per_variable' = 'size(variables) = size(variable_units)'
)
