-- Why a row was not taken, for pages that say it in their reader's language. Rows of older imports keep their sentence alone.
alter table import_rejections add column code character varying(60), add column details jsonb;
