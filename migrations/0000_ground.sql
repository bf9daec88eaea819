-- What every later migration stands on: extensions for search, and text as people search for it.

create extension if not exists unaccent;
create extension if not exists btree_gin;

-- unaccent() is only STABLE because its dictionary could change; ours is named, so indexes may rely on it.
create function normalised(text) returns text
  language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent', $1)) $$;
