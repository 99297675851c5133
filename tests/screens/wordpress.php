<?php
// Runs the WordPress plugin with stand-ins for what it uses of WordPress: php wordpress.php PLUGIN URL; prints one JSON object a post.
define( 'ABSPATH', '/' );
define( 'NEWSLINT_URL', $argv[2] );
class WP_Error {
	public function __construct( public $code, public $message, public $data ) {}
}
function add_filter( $name, $function ) {
	global $filter;
	$filter = $function;
}
function get_post( $id ) {
	return (object) array( 'post_title' => 'Saved', 'post_content' => '<p>Certainly! Here is the article.</p>' );
}
function wp_json_encode( $value ) {
	return json_encode( $value );
}
function wp_remote_post( $url, $sent ) {
	$lines   = array_map( fn( $name, $value ) => "$name: $value", array_keys( $sent['headers'] ), $sent['headers'] );
	$options = array( 'method' => 'POST', 'header' => $lines, 'content' => $sent['body'], 'timeout' => $sent['timeout'] );
	$body    = @file_get_contents( $url, false, stream_context_create( array( 'http' => $options ) ) );
	return $body === false ? new WP_Error( 'down', '', null ) : array( 'body' => $body );
}
function is_wp_error( $value ) {
	return $value instanceof WP_Error;
}
function wp_remote_retrieve_response_code( $answer ) {
	return 200;
}
function wp_remote_retrieve_body( $answer ) {
	return $answer['body'];
}
require $argv[1];
$posts = array(
	array( 'post_status' => 'publish', 'post_title' => 'Pier', 'post_content' => '<p>Certainly! Here is the article.</p>' ),
	array( 'post_status' => 'draft', 'post_title' => 'Pier', 'post_content' => '<p>Certainly! Here is the article.</p>' ),
	array( 'post_status' => 'publish', 'post_title' => 'Pier', 'post_content' => '<p>The pier is long.</p>' ),
	array( 'post_status' => 'publish', 'ID' => 3 ),
);
foreach ( $posts as $post ) {
	$answer = $filter( (object) $post );
	echo json_encode( is_wp_error( $answer ) ? $answer->message : null ), "\n";
}
