-- The role tenant statements run under. It owns nothing and cannot sign in; row-level security applies to it.
-- The connecting user needs CREATEROLE once, or an administrator makes the role beforehand.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'signalbox_tenant') THEN
    BEGIN
      CREATE ROLE signalbox_tenant NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the database user may not create roles: let an administrator run CREATE ROLE signalbox_tenant NOLOGIN; GRANT signalbox_tenant TO %; and start again', current_user;
    END;
  END IF;
  IF NOT pg_has_role(current_user, 'signalbox_tenant', 'MEMBER') THEN
    EXECUTE format('GRANT signalbox_tenant TO %I', current_user);
  END IF;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  -- PostgreSQL 16 and newer tell apart holding a role and being allowed to step into it.
  IF current_setting('server_version_num')::int >= 160000 THEN
    IF NOT pg_has_role(current_user, 'signalbox_tenant', 'SET') THEN
      EXECUTE format('GRANT signalbox_tenant TO %I WITH SET TRUE', current_user);
    END IF;
  END IF;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT ON workspace, config_version, routing_plan, connection_report, tally, orphan_receipt TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON message, attempt, event, part_ref, receipt, idempotency, client_ref, consent, reply TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON provider, route, suppression, cap_rule TO signalbox_tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON api_key TO signalbox_tenant;
--> statement-breakpoint
-- One policy a table: rows of the workspaces named by the transaction and no others. The sub-select is evaluated once a statement.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['message', 'attempt', 'event', 'part_ref', 'receipt', 'orphan_receipt', 'idempotency', 'client_ref',
    'consent', 'reply', 'provider', 'route', 'suppression', 'cap_rule', 'api_key', 'routing_plan', 'tally']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO signalbox_tenant
         USING (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))
         WITH CHECK (workspace = ANY ((SELECT current_setting(''signalbox.workspaces'', true))::int[]))', walled);
  END LOOP;
  ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_workspace ON workspace TO signalbox_tenant
    USING (number = ANY ((SELECT current_setting('signalbox.workspaces', true))::int[]));
  ALTER TABLE connection_report ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_provider ON connection_report TO signalbox_tenant
    USING (provider IN (SELECT number FROM provider));
END
$$;
--> statement-breakpoint
INSERT INTO config_version (version) VALUES (1);
--> statement-breakpoint
-- Every change of what decisions are made from raises the version and wakes all processes, in the same commit.
CREATE FUNCTION config_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE config_version SET version = version + 1;
  PERFORM pg_notify('signalbox_config', TG_TABLE_NAME);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER provider_changed AFTER INSERT OR UPDATE OR DELETE ON provider FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
CREATE TRIGGER route_changed AFTER INSERT OR UPDATE OR DELETE ON route FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
CREATE TRIGGER cap_rule_changed AFTER INSERT OR UPDATE OR DELETE ON cap_rule FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
CREATE TRIGGER api_key_changed AFTER INSERT OR DELETE OR UPDATE OF revoked_at ON api_key FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
--> statement-breakpoint
CREATE TRIGGER workspace_changed AFTER INSERT OR UPDATE OR DELETE ON workspace FOR EACH STATEMENT EXECUTE FUNCTION config_changed();
