-- Why an import failed as a whole, for pages that say it in their reader's language. Older imports keep their sentence alone.
alter table imports add column failure_code character varying(60), add column failure_details jsonb;
