-- Run once by an administrator, after `contactpoint migrate`. Two roles: one changes the schema, the other serves requests.
CREATE ROLE contactpoint_migrator;
CREATE ROLE contactpoint_app;
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::kernel TO contactpoint_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::directory TO contactpoint_app;
GO
-- The audit trail is insert-only for the application. Purging a payload is the retention job's, under a login of its own.
DENY UPDATE, DELETE ON kernel.audit_entry TO contactpoint_app;
DENY UPDATE, DELETE ON kernel.audit_leaf TO contactpoint_app;
DENY UPDATE, DELETE ON kernel.audit_node TO contactpoint_app;
DENY UPDATE, DELETE ON kernel.audit_checkpoint TO contactpoint_app;
DENY UPDATE, DELETE ON kernel.module_change TO contactpoint_app;
DENY DELETE ON kernel.audit_tail TO contactpoint_app;
GO
GRANT ALTER, CONTROL ON SCHEMA::kernel TO contactpoint_migrator;
GRANT ALTER, CONTROL ON SCHEMA::directory TO contactpoint_migrator;
GO
