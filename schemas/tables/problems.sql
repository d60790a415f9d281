CREATE TABLE problems (
  problem_id STRING NOT NULL COMMENT 'sha256 of everything that determines the data but seeds and noise, hexadecimal',
  name STRING NOT NULL COMMENT 'Name in the catalogue, such as mechanics.rocket_equation; the same whichever of its variables were chosen',
  field STRING NOT NULL COMMENT 'Field of science, such as mechanics',
  description STRING COMMENT 'What was measured or modelled; NULL if the catalogue does not say',
  kind STRING NOT NULL COMMENT 'formula: rows are drawn from the formula; data: rows were measured, or made of simulations, surveys and vectors, and are split',
  formula STRING COMMENT 'The law in infix notation, certified parameters inserted; NULL if no law is known',
  formula_size INT COMMENT 'Nodes of the formula (1); NULL without a formula',
  formula_operators MAP<STRING, INT> COMMENT 'How often each operator occurs in the formula (1); NULL without a formula',
  target STRING NOT NULL COMMENT 'Name of the target',
  target_unit STRING COMMENT 'Unit of the target as its source writes it; NULL if the source names none',
  variables ARRAY<STRING> NOT NULL COMMENT 'Names of the variables, in the order of the columns',
  variable_units ARRAY<STRING> NOT NULL COMMENT 'Unit of each variable; a NULL element if the source names none',
  variable_choice STRING NOT NULL COMMENT 'all: the variables of the catalogue; learned: those of them that laws of other problems of the experiment use; random: as many others, drawn for each problem and seed',
  difficulty STRING COMMENT 'Difficulty as the source rates it; NULL if it does not',
  citation STRING COMMENT 'Where formula or data stand; NULL if the catalogue does not say',
  probe STRING COMMENT 'The probe whose target it has; NULL where variables are no vectors',
  encoder STRING COMMENT 'Name of the encoder whose vectors the variables are components of; NULL likewise'
)
USING delta
COMMENT 'One row per problem that a trial refers to'
TBLPROPERTIES (
  'spolia.schema.version' = '3',
  'spolia.key' = 'problem_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_kind' = 'kind IN (''formula'', ''data'')',
  'delta.constraints.known_choice' = 'variable_choice IN (''all'', ''learned'', ''random'')',
  'delta.constraints.formula_present' = 'kind <> ''formula'' OR formula IS NOT NULL',
  'delta.constraints.one_unit_per_variable' = 'size(variables) = size(variable_units)'
)
