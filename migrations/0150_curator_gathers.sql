-- A release is built from many cohorts that start from the same people and relationships. The curator gathers these once,
-- in temporary tables that its transaction alone sees and that go with it, in the place of once for every cohort.
do $$
begin
  execute format('grant temporary on database %I to overstory_curator', current_database());
end $$;
