import "next-auth";

declare module "next-auth" {
  interface Session {
    /** The id of the session's row; never sent to the browser but in its encrypted cookie. */
    sid?: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}
