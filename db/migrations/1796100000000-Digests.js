module.exports = class Digests1796100000000 {
    name = 'Digests1796100000000'

    // Rows of an index from before have no digest: they are of decoders 0, which no program has, so that it asks for a replay.
    async up(db) {
        await db.query(`ALTER TABLE "projection_version" ADD "decoders" integer NOT NULL DEFAULT 0`)
        await db.query(`ALTER TABLE "projection_version" ALTER COLUMN "decoders" DROP DEFAULT`)
        await db.query(`ALTER TABLE "projection_version" ADD "digest" text NOT NULL DEFAULT ''`)
        await db.query(`ALTER TABLE "projection_version" ALTER COLUMN "digest" DROP DEFAULT`)
        await db.query(`ALTER TABLE "projection_version" ADD "digest_height" integer`)
        await db.query(`
            CREATE TABLE "block_digest" (
                "id" character varying NOT NULL, "chain_id" integer NOT NULL, "projection" text NOT NULL,
                "height" integer NOT NULL, "digest" text NOT NULL,
                CONSTRAINT "PK_block_digest" PRIMARY KEY ("id")
            )
        `)
        await db.query(`CREATE INDEX "IDX_5fdecd927e0cc98a5f1b8350ac" ON "block_digest" ("chain_id", "projection", "height")`)
    }

    async down(db) {
        await db.query(`DROP TABLE "block_digest"`)
        await db.query(`ALTER TABLE "projection_version" DROP COLUMN "digest_height"`)
        await db.query(`ALTER TABLE "projection_version" DROP COLUMN "digest"`)
        await db.query(`ALTER TABLE "projection_version" DROP COLUMN "decoders"`)
    }
}
