module.exports = class VaultBook1796000110000 {
    name = 'VaultBook1796000110000'

    async up(db) {
        await db.query(`CREATE TABLE "vault_book" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "held_assets" numeric NOT NULL, "owed_assets" numeric NOT NULL, "outstanding_assets" numeric NOT NULL, "accrued_income" numeric, "book_assets" numeric NOT NULL, "waiting_assets" numeric NOT NULL, "untold_loss" numeric NOT NULL, "total_shares" numeric NOT NULL, "marked_since_reading" text NOT NULL, "last_change" numeric, "last_absorbed" numeric, "last_kind" text, "last_change_record" text, "reconciled_record" text, "staking_nav" numeric, "unstaking_nav" numeric, "price_record" text, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_b8bf8bd8c9be58896de540b272c" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "nav_price" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "vault" text NOT NULL, "staking_nav" numeric, "unstaking_nav" numeric, "total_shares" numeric NOT NULL, "provenance" text NOT NULL, "effective_height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "height" integer NOT NULL, "tx_hash" text, "record" text NOT NULL, CONSTRAINT "PK_400192c6fcc4a64962ee8b710e0" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_5d3d892546d64775a14e49ba5b" ON "nav_price" ("vault", "effective_height") `)
        await db.query(`CREATE TABLE "nav_reconciliation" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "vault" text NOT NULL, "total_assets" numeric NOT NULL, "held" numeric NOT NULL, "owed" numeric NOT NULL, "outstanding" numeric NOT NULL, "accrued" numeric, "waiting" numeric NOT NULL, "residual" numeric, "total_shares" numeric NOT NULL, "effective_height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "height" integer NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_e51c9c24dff75ed6e21bc13c071" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_cec22510699571b34b9f6d7c4a" ON "nav_reconciliation" ("vault", "effective_height") `)
        await db.query(`CREATE TABLE "vault_flow" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "vault" text, "kind" text NOT NULL, "asset_id" text, "owner" text, "request_id" numeric, "amount" numeric NOT NULL, "fees" numeric NOT NULL, "covered" numeric NOT NULL, "shares" numeric NOT NULL, "remaining" numeric, "cost" numeric, "entry_at" TIMESTAMP WITH TIME ZONE, "absorbed" numeric, "total_assets" numeric, "total_shares" numeric, "staking_nav" numeric, "unstaking_nav" numeric, "effective_height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "height" integer NOT NULL, "tx_hash" text, "record" text NOT NULL, CONSTRAINT "PK_d5125f3530d11c267b277388bc7" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_4fa7641fe85dfbc827e1ee430e" ON "vault_flow" ("vault", "request_id") `)
        await db.query(`CREATE INDEX "IDX_b45449e414b3f35863f8a4ff13" ON "vault_flow" ("chain_id", "kind", "at") `)
        await db.query(`CREATE INDEX "IDX_ceb2bca34d26845ec9b6b6bd36" ON "vault_flow" ("chain_id", "height") `)
    }

    async down(db) {
        await db.query(`DROP TABLE "vault_book"`)
        await db.query(`DROP TABLE "nav_price"`)
        await db.query(`DROP INDEX "public"."IDX_5d3d892546d64775a14e49ba5b"`)
        await db.query(`DROP TABLE "nav_reconciliation"`)
        await db.query(`DROP INDEX "public"."IDX_cec22510699571b34b9f6d7c4a"`)
        await db.query(`DROP TABLE "vault_flow"`)
        await db.query(`DROP INDEX "public"."IDX_4fa7641fe85dfbc827e1ee430e"`)
        await db.query(`DROP INDEX "public"."IDX_b45449e414b3f35863f8a4ff13"`)
        await db.query(`DROP INDEX "public"."IDX_ceb2bca34d26845ec9b6b6bd36"`)
    }
}
