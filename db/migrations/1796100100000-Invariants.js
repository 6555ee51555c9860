module.exports = class Invariants1796100100000 {
    name = 'Invariants1796100100000'

    async up(db) {
        await db.query(`
            CREATE TABLE "invariant_check" (
                "id" character varying NOT NULL, "chain_id" integer NOT NULL, "name" text NOT NULL,
                "subject" text NOT NULL, "residual" numeric NOT NULL, "ok" boolean NOT NULL, "is_guard" boolean NOT NULL,
                "broken_height" integer, "updated_height" integer NOT NULL,
                "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "PK_invariant_check" PRIMARY KEY ("id")
            )
        `)
    }

    async down(db) {
        await db.query(`DROP TABLE "invariant_check"`)
    }
}
