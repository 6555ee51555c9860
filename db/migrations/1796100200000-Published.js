module.exports = class Published1796100200000 {
    name = 'Published1796100200000'

    async up(db) {
        await db.query(`CREATE TABLE "published_versions" ("id" character varying NOT NULL, "versions" jsonb NOT NULL, CONSTRAINT "PK_38b926d3f73e69ba014feae3323" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "published_day" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "day" TIMESTAMP WITH TIME ZONE NOT NULL, "revision" integer NOT NULL, "height" integer NOT NULL, "hash" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "known_at" TIMESTAMP WITH TIME ZONE NOT NULL, "versions" text NOT NULL, "added" integer NOT NULL, "restated" integer NOT NULL, CONSTRAINT "PK_c800e261a8679092d47d7dde92c" PRIMARY KEY ("id"))`)
        await db.query(`CREATE UNIQUE INDEX "IDX_b5bf9c3c5f0caf1101e6395616" ON "published_day" ("chain_id", "day", "revision") `)
        await db.query(`CREATE INDEX "IDX_5c373f419dadec148313a11214" ON "published_day" ("chain_id", "height") `)
        await db.query(`CREATE TABLE "published_value" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "sequence" integer NOT NULL, "metric" text NOT NULL, "key" text NOT NULL, "day" TIMESTAMP WITH TIME ZONE NOT NULL, "revision" integer NOT NULL, "height" integer NOT NULL, "hash" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "value" text, "reason" text, "methodology_version" text NOT NULL, "versions" text NOT NULL, "known_at" TIMESTAMP WITH TIME ZONE NOT NULL, "old_value" text, "old_reason" text, "old_methodology_version" text, "old_versions" text, "change" text, CONSTRAINT "PK_5714ed6b96187d6ef5f03d0c0c4" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_a1fbff0378aaa108fb5a5e4dfe" ON "published_value" ("chain_id", "height", "metric") `)
        await db.query(`CREATE UNIQUE INDEX "IDX_fe55cf013e5083aeaf20c5023d" ON "published_value" ("chain_id", "metric", "key", "day", "revision") `)
        await db.query(`CREATE UNIQUE INDEX "IDX_0453381da000d6cba6d5aeed41" ON "published_value" ("chain_id", "sequence") `)
        await db.query(`
            CREATE FUNCTION published_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP;
            END $$
        `)
        for (const table of ['published_versions', 'published_day', 'published_value']) {
            await db.query(`
                CREATE TRIGGER ${table}_rows BEFORE UPDATE OR DELETE ON ${table}
                FOR EACH ROW EXECUTE FUNCTION published_append_only()
            `)
            await db.query(`
                CREATE TRIGGER ${table}_whole BEFORE TRUNCATE ON ${table}
                FOR EACH STATEMENT EXECUTE FUNCTION published_append_only()
            `)
        }
    }

    async down(db) {
        await db.query(`DROP TABLE "published_value"`)
        await db.query(`DROP TABLE "published_day"`)
        await db.query(`DROP TABLE "published_versions"`)
        await db.query(`DROP FUNCTION published_append_only()`)
    }
}
