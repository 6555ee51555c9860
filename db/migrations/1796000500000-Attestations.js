module.exports = class Attestations1796000500000 {
    name = 'Attestations1796000500000'

    async up(db) {
        await db.query(`CREATE TABLE "attestation_inbox" ("id" character varying NOT NULL, "sequence" integer NOT NULL, "chain_id" integer NOT NULL, "kind" text NOT NULL, "subject" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "assurance" text NOT NULL, "issuer" text NOT NULL, "uri" text NOT NULL, "document_hash" text NOT NULL, "corrects" text, "reason" text, "body" jsonb NOT NULL, "document" text NOT NULL, CONSTRAINT "PK_d670a1d95f28c2ac6d175a1a1d2" PRIMARY KEY ("id"))`)
        await db.query(`CREATE UNIQUE INDEX "IDX_21325f6be98530ae4db8bdcda1" ON "attestation_inbox" ("sequence") `)
        await db.query(`CREATE UNIQUE INDEX "IDX_74aa1d4c057935b60fc95a2245" ON "attestation_inbox" ("corrects") `)
        await db.query(`CREATE INDEX "IDX_0ed5ad4e0086d6c7a2e41dfb64" ON "attestation_inbox" ("chain_id", "published_at") `)
        await db.query(`CREATE TABLE "attested_report" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "report_id" text NOT NULL, "kind" text NOT NULL, "subject" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "assurance" text NOT NULL, "issuer" text NOT NULL, "uri" text NOT NULL, "document_hash" text NOT NULL, "corrects" text, "reason" text, "body" jsonb NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_b1be109da139b3702e4b7683fae" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_faa7a2973cd3277889b9d6e399" ON "attested_report" ("report_id") `)
        await db.query(`CREATE INDEX "IDX_72f1d2f2c645022e00736cd73a" ON "attested_report" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_a624feb2cf0ff34372df81fd14" ON "attested_report" ("kind", "subject", "height") `)
        await db.query(`
            CREATE FUNCTION attestation_inbox_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'attestation_inbox is append-only: % is refused', TG_OP;
            END $$
        `)
        await db.query(`
            CREATE TRIGGER attestation_inbox_rows BEFORE UPDATE OR DELETE ON attestation_inbox
            FOR EACH ROW EXECUTE FUNCTION attestation_inbox_append_only()
        `)
        await db.query(`
            CREATE TRIGGER attestation_inbox_whole BEFORE TRUNCATE ON attestation_inbox
            FOR EACH STATEMENT EXECUTE FUNCTION attestation_inbox_append_only()
        `)
    }

    async down(db) {
        await db.query(`DROP TABLE "attested_report"`)
        await db.query(`DROP TABLE "attestation_inbox"`)
        await db.query(`DROP FUNCTION attestation_inbox_append_only()`)
    }
}
