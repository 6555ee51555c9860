module.exports = class SupplyAndAuthority1796000600000 {
    name = 'SupplyAndAuthority1796000600000'

    async up(db) {
        await db.query(`CREATE TABLE "supply_cause" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "causes" jsonb NOT NULL, "tx_hash" text NOT NULL, "open_legs" jsonb NOT NULL, "booked" jsonb NOT NULL, "booked_by" text NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_222fb60bacaa71661336a9a8d6f" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "supply_change" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "cause" text NOT NULL, "minted" numeric NOT NULL, "burned" numeric NOT NULL, "account" text NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_2e7872302cc79f8bb75e1fed698" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_3bfb733486602557faeef47a64" ON "supply_change" ("account") `)
        await db.query(`CREATE INDEX "IDX_2d4d910eda5052f086ca583388" ON "supply_change" ("cause", "height") `)
        await db.query(`CREATE INDEX "IDX_ef6cd5967b780f88a6056079d8" ON "supply_change" ("chain_id", "height") `)
        await db.query(`CREATE TABLE "bridge_transfer" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "direction" text NOT NULL, "guid" text NOT NULL, "eid" integer NOT NULL, "account" text NOT NULL, "amount" numeric NOT NULL, "burned" numeric, "bridge" text NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_fab0727701656a3e6c320fca6e9" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_e90a83d9cf12f672c7a1d41c1d" ON "bridge_transfer" ("guid") `)
        await db.query(`CREATE INDEX "IDX_2a949cf8a7429354ec274ca741" ON "bridge_transfer" ("account") `)
        await db.query(`CREATE INDEX "IDX_c1237879b930f3fcb1623710ef" ON "bridge_transfer" ("chain_id", "height") `)
        await db.query(`CREATE TABLE "denied_account" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "token" text NOT NULL, "account" text NOT NULL, "denied" boolean NOT NULL, "listed" boolean NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE, "denied_by" text, "listed_by" text, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_369f03189f091e3938dc85bee37" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_d6ce73bcbad2d11cb7fc4be7c8" ON "denied_account" ("account") `)
        await db.query(`CREATE TABLE "deny_list" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "denied_count" integer NOT NULL, "denied_balance" numeric NOT NULL, "disagreement_count" integer NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c2c545261fa2596591a12045cc3" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "role_holder" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "contract" text NOT NULL, "contract_role" text NOT NULL, "contract_name" text NOT NULL, "role" text NOT NULL, "role_name" text, "account" text NOT NULL, "held" boolean NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_by" text NOT NULL, "record" text NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_7a969034be3ec37e8687f777928" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_f2ddd8ae2062ffedde76b3d84b" ON "role_holder" ("account") `)
        await db.query(`CREATE INDEX "IDX_0d5d6098359de9f1084b9d3080" ON "role_holder" ("contract", "role") `)
        await db.query(`CREATE TABLE "contract_state" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "contract" text NOT NULL, "contract_role" text NOT NULL, "contract_name" text NOT NULL, "paused" boolean, "paused_at" TIMESTAMP WITH TIME ZONE, "implementation" text, "implemented_at" TIMESTAMP WITH TIME ZONE, "beacon" text, "proxy_admin" text, "implementation_count" integer NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d205908bfac71fae659494010d8" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "authority_act" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "contract" text NOT NULL, "contract_role" text NOT NULL, "contract_name" text NOT NULL, "kind" text NOT NULL, "account" text, "role" text, "role_name" text, "detail" text, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_df7e40e9114a8d54cb0e8c31d96" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_123a0a2a7f27c716d49653b168" ON "authority_act" ("contract") `)
        await db.query(`CREATE INDEX "IDX_b2f68045bdeae496c6581a4e46" ON "authority_act" ("kind") `)
        await db.query(`CREATE INDEX "IDX_cb7c9907b7b49262df5aa5efac" ON "authority_act" ("chain_id", "height") `)
    }

    async down(db) {
        await db.query(`DROP TABLE "supply_cause"`)
        await db.query(`DROP TABLE "supply_change"`)
        await db.query(`DROP TABLE "bridge_transfer"`)
        await db.query(`DROP TABLE "denied_account"`)
        await db.query(`DROP TABLE "deny_list"`)
        await db.query(`DROP TABLE "role_holder"`)
        await db.query(`DROP TABLE "contract_state"`)
        await db.query(`DROP TABLE "authority_act"`)
    }
}
