-- Who changed which fact when, from what to what (filled in by the next commits of the facts).
select 1;
